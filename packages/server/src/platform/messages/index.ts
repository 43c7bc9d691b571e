export { deliverMessagesJob } from './deliver-messages.ts';
export { type NewMessage, queueMessage } from './queue-message.ts';
export { messageRoutes } from './routes.ts';
